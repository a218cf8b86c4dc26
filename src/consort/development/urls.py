from django.urls import path

from consort.development.views import agreements, overview, styles

app_name = "development"

urlpatterns = [
    path("", overview.home, name="list"),
    path("styles/", styles.own, name="styles"),
    path("styles/answers/", styles.answers, name="styles_answers"),
    path("styles/page/", styles.page, name="styles_page"),
    path("styles/<uuid:person>/", styles.somebody, name="style"),
    path("together/<uuid:id>/", styles.together, name="together"),
    path("together/<uuid:id>/strength/", styles.strength, name="strength"),
    path("together/<uuid:id>/agreements/new/", agreements.new, name="agreement_new"),
    path("agreements/<uuid:id>/", agreements.agreement, name="agreement"),
    path("agreements/<uuid:id>/sign/", agreements.sign, name="agreement_sign"),
    path("agreements/<uuid:id>/note/", agreements.note, name="agreement_note"),
    path("agreements/<uuid:id>/end/", agreements.end, name="agreement_end"),
]
