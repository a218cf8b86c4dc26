from django.urls import path

from consort.organization.views import audit, departments, details, members, pages, setup, you

app_name = "organization"

urlpatterns = [
    path("", you.you, name="you"),
    path("address/", you.address, name="address"),
    path("details/", details.details, name="details"),
    path("members/", members.members, name="members"),
    path("members/invite/", members.invite_people, name="invite"),
    path("members/<uuid:id>/", members.member, name="member"),
    path("members/<uuid:id>/roles/", members.roles, name="roles"),
    path("members/<uuid:id>/send-again/", members.send_invitation_again, name="send_again"),
    path("members/<uuid:id>/cancel/", members.cancel, name="cancel"),
    path("members/<uuid:id>/let-go/", members.leave, name="let_go"),
    path("members/<uuid:id>/let-back/", members.come_back, name="let_back"),
    path("members/<uuid:id>/erase/", members.erase_member, name="erase"),
    path("departments/", departments.departments, name="departments"),
    path("departments/<uuid:id>/", departments.department, name="department"),
    path("departments/<uuid:id>/remove/", departments.remove, name="department_remove"),
    path("confidentiality/", pages.confidentiality, name="confidentiality"),
    path("email/", pages.email, name="email"),
    path("backup/", pages.backup, name="backup"),
    path("audit/", audit.audit, name="audit"),
    path("audit/ledger.jsonl", audit.ledger, name="ledger"),
    path("set-up/people/", setup.people, name="set_up_people"),
    path("set-up/partnership/", setup.partnership, name="set_up_partnership"),
    path("set-up/confidential/", setup.confidential, name="set_up_confidential"),
]
