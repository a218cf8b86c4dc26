from django.urls import URLPattern, path

from consort.decisions.views import asking, framing, pages, resolving, reviewing

app_name = "decisions"

urlpatterns: list[URLPattern] = [
    path("", pages.list_, name="list"),
    path("record/", pages.record, name="record"),
    path("reviews/", pages.reviews, name="reviews"),
    path("new/", framing.new, name="new"),
    path("<int:number>/", pages.decision, name="decision"),
    path("<int:number>/part/", pages.part, name="part"),
    path("<int:number>/record/", pages.whole_record, name="whole"),
    path("<int:number>/edit/", framing.edit, name="edit"),
    path("<int:number>/drop/", framing.drop, name="drop"),
    path("<int:number>/ask/", asking.ask, name="ask"),
    path("<int:number>/take-back/", asking.take_back, name="take_back"),
    path("<int:number>/go-to-ballot/", asking.go_to_ballot, name="go_to_ballot"),
    path("<int:number>/again/", asking.again, name="again"),
    path("<int:number>/arguments/", asking.argue, name="argue"),
    path("<int:number>/arguments/<uuid:argument>/withdraw/", asking.withdraw, name="withdraw_argument"),
    path("<int:number>/evidence/", asking.attach, name="attach"),
    path("<int:number>/close-debate/", asking.close_debate, name="close_debate"),
    path("<int:number>/considerations/", resolving.consider, name="consider"),
    path("<int:number>/ballot/", asking.ballot, name="ballot"),
    path("<int:number>/resolve/", resolving.resolve, name="resolve"),
    path("<int:number>/stance/", resolving.stance, name="stance"),
    path("<int:number>/stances/<uuid:stance>/answer/", resolving.answer, name="answer"),
    path("<int:number>/steps/", resolving.carry_out, name="carry_out"),
    path("<int:number>/begin/", resolving.begin, name="begin"),
    path("<int:number>/reopen/", resolving.reopen, name="reopen"),
    path("<int:number>/look-back/", reviewing.look_back, name="look_back"),
    path("<int:number>/forecasts/<uuid:forecast>/settle/", reviewing.settle, name="settle"),
    path("<int:number>/lessons/", reviewing.lesson, name="lesson"),
    path("<int:number>/close/", reviewing.close, name="close"),
]
