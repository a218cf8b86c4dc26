"""Alignment: pulses, recall drills, culture maps and shifts."""

from django.urls import path

from consort.vision.views import cultures, drills, pulses

urlpatterns = [
    path("alignment/", pulses.listing, name="alignment"),
    path("alignment/methods/", pulses.methods, name="alignment_methods"),
    path("alignment/pulses/new/", pulses.new, name="pulse_new"),
    path("alignment/pulses/<uuid:id>/", pulses.pulse, name="pulse"),
    path("alignment/pulses/<uuid:id>/remember/", pulses.remember, name="pulse_remember"),
    path("alignment/pulses/<uuid:id>/keep/", pulses.keep, name="pulse_keep"),
    path("alignment/pulses/<uuid:id>/seal/", pulses.seal, name="pulse_seal"),
    path("alignment/pulses/<uuid:id>/again/", pulses.again, name="pulse_again"),
    path("alignment/pulses/<uuid:id>/end/", pulses.end, name="pulse_end"),
    path("alignment/recall/new/", drills.new, name="drill_new"),
    path("alignment/recall/<uuid:id>/", drills.drill, name="drill"),
    path("alignment/recall/<uuid:id>/code/", drills.code, name="drill_code"),
    path("alignment/recall/<uuid:id>/hand-in/", drills.hand_in, name="drill_hand_in"),
    path("alignment/recall/<uuid:id>/settle/", drills.settle, name="drill_settle"),
    path("alignment/culture/new/", cultures.new, name="culture_new"),
    path("alignment/culture/<uuid:id>/", cultures.culture, name="culture"),
    path("alignment/culture/<uuid:id>/keep/<uuid:statement>/", cultures.keep, name="culture_keep"),
    path("alignment/culture/<uuid:id>/choose/", cultures.choose, name="shift_choose"),
    path("alignment/culture/<uuid:id>/order/", cultures.order, name="shift_order"),
    path("alignment/shifts/<uuid:id>/", cultures.shift, name="shift"),
    path("alignment/shifts/<uuid:id>/change/", cultures.change, name="shift_change"),
    path("alignment/shifts/<uuid:id>/drop/", cultures.drop, name="shift_drop"),
    path("alignment/shifts/<uuid:id>/check/", cultures.check, name="shift_check"),
    path("alignment/shifts/<uuid:id>/untie/<uuid:link>/", cultures.untie, name="shift_untie"),
]
