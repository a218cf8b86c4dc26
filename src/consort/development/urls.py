from django.urls import path

from consort.development.views import agreements, courses, journal, overview, programs, styles

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
    path("programs/", programs.listing, name="programs"),
    path("programs/new/", programs.bring_in, name="program_new"),
    path("programs/<slug:key>/", programs.program, name="program"),
    path("programs/<slug:key>/file/", programs.file, name="program_file"),
    path("programs/<slug:key>/begin/", programs.begin, name="program_begin"),
    path("courses/<uuid:id>/", courses.course, name="course"),
    path("courses/<uuid:id>/steps/<slug:key>/", courses.step, name="course_step"),
    path("courses/<uuid:id>/aim/", courses.aim, name="course_aim"),
    path("courses/<uuid:id>/try/", courses.attempt, name="course_try"),
    path("courses/<uuid:id>/away/<int:number>/", courses.away, name="course_away"),
    path("courses/<uuid:id>/leave/", courses.leave, name="course_leave"),
    path("journal/", journal.journal, name="journal"),
    path("journal/<uuid:id>/remove/", journal.remove, name="journal_remove"),
]
