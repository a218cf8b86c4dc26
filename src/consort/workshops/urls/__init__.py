"""Addresses of workshops, below the organization's."""

from django.urls import path

from consort.workshops.views import activities, files, leading, outcomes, pages, people, room

app_name = "workshops"

urlpatterns = [
    path("", pages.listing, name="list"),
    path("new/", pages.new, name="new"),
    path("join/", pages.join, name="join"),
    path("bring/", files.bring, name="bring"),
    path("ready/<slug:name>/", files.ready, name="ready"),
    path("<uuid:id>/", pages.workshop, name="workshop"),
    path("<uuid:id>/edit/", pages.edit, name="edit"),
    path("<uuid:id>/export/", files.export, name="export"),
    path("<uuid:id>/call-off/", pages.call_off, name="call_off"),
    path("<uuid:id>/ask-ahead/", pages.ask_ahead, name="ask_ahead"),
    path("<uuid:id>/invite/", people.invite, name="invite"),
    path("<uuid:id>/excuse/", people.excuse, name="excuse"),
    path("<uuid:id>/way/", people.way, name="way"),
    path("<uuid:id>/activities/new/", activities.new, name="activity_new"),
    path("activities/<uuid:id>/", activities.edit, name="activity_edit"),
    path("activities/<uuid:id>/move/", activities.move, name="activity_move"),
    path("activities/<uuid:id>/remove/", activities.remove, name="activity_remove"),
    path("<uuid:id>/room/", room.room, name="room"),
    path("<uuid:id>/screen/", room.screen, name="screen"),
    path("<uuid:id>/here/", people.here, name="here"),
    path("<uuid:id>/leave/", people.leave, name="leave"),
    path("activities/<uuid:id>/ahead/", room.ahead, name="ahead"),
    path("activities/<uuid:id>/answer/", room.answer, name="answer"),
    path("activities/<uuid:id>/unlock/", room.unlock, name="unlock"),
    path("activities/<uuid:id>/result/", room.result, name="result"),
    path("<uuid:id>/headings/", outcomes.heading_new, name="heading_new"),
    path("<uuid:id>/headings/<uuid:heading>/", outcomes.heading, name="heading"),
    path("<uuid:id>/ideas/<uuid:idea>/", outcomes.put, name="put"),
    path("<uuid:id>/commit/", outcomes.commit, name="commit"),
    path("<uuid:id>/keep/", outcomes.keep, name="keep"),
    path("<uuid:id>/lead/", leading.lead, name="lead"),
    path("<uuid:id>/begin/", leading.begin, name="begin"),
    path("<uuid:id>/hold/", leading.hold, name="hold"),
    path("<uuid:id>/resume/", leading.resume, name="resume"),
    path("<uuid:id>/shorten/", leading.shorten, name="shorten"),
    path("<uuid:id>/hand-over/", leading.hand_over, name="hand_over"),
    path("<uuid:id>/take-over/", leading.take_over, name="take_over"),
    path("<uuid:id>/end/", leading.end, name="end"),
    path("activities/<uuid:id>/reveal/", leading.reveal, name="reveal"),
    path("activities/<uuid:id>/go-on/", leading.go_on, name="go_on"),
    path("activities/<uuid:id>/skip/", leading.skip, name="skip"),
    path("activities/<uuid:id>/extend/", leading.extend, name="extend"),
    path("activities/<uuid:id>/conclude/", leading.conclude, name="conclude"),
]
