"""Recall drills: claimed, remembered, sorted twice without names, settled, counted."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from consort.core import clock, waiting
from consort.core.actions.people import add_person
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Department
from consort.rounds.actions import open_round, seal_answers
from consort.vision.actions import coding
from consort.vision.actions.drills import start_drill
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.items import NewItem
from consort.vision.contexts.drills import page, settling, sorting, state_of
from consort.vision.models import Code, Drill, Wording
from consort.vision.queries.drills import drills_for, round_of

TITLES = ("On-time delivery", "Two sources", "Heat contracts")
MOST_QUERIES = 15
WORDS = {
    "delivery": ("On time delivery", "on-time delivery", "ON TIME DELIVERY!"),
    "sources": ("two sources",),
    "contracts": ("heat contracts",),
}


@pytest.fixture
def staff(ingrid):
    """Twelve people: six in Assembly, five in Sales, one in Legal."""
    places = {
        name: Department.objects.create(organization=ingrid.organization, name=name)
        for name in ("Assembly", "Sales", "Legal")
    }
    where = ["Assembly"] * 6 + ["Sales"] * 5 + ["Legal"]
    return [
        add_person(
            by=ingrid,
            first_name=f"Person{n}",
            last_name="Varnholt",
            is_leader=False,
            email=f"p{n}@varnholt.example",
            department=places[name],
        )
        for n, name in enumerate(where)
    ]


@pytest.fixture
def drill(ingrid, tomasz, priya, staff) -> Drill:
    return begin(ingrid, staff, (tomasz, priya))


def begin(by, people, coders):
    items = [NewItem(title, counts="any words for it") for title in TITLES]
    asking = Asking(people, clock.now() + timedelta(days=7))
    return start_drill(by=by, title="What are we after?", items=items, enough=2, asking=asking, coders=coders)


def answer(drill, person, text, claimed=3):
    department = str(person.department_id)
    answers = {"claimed": claimed, "recalled": text, "department": department}
    if not text:
        del answers["recalled"]
    seal_answers(round=round_of(drill), by=person, answers=answers)


@pytest.fixture
def opened(drill, staff) -> Drill:
    """Seven name two things, three name one, and two name nothing that is looked for."""
    for number, person in enumerate(staff):
        lines = WORDS["delivery"][number % 3]
        if number < 7:
            answer(drill, person, f"1. {lines}\n2. Two sources")
        elif number < 10:
            answer(drill, person, lines)
        else:
            answer(drill, person, "" if number == 10 else "the canteen", claimed=1)
    return drill


def item(drill, position):
    return drill.items.get(position=position)


def sort_all(drill, coder, differing=()):
    """The coder sorts everything by its words; `differing` are words that are taken for something else."""
    for wording in drill.wordings.all():
        meant = 1 if "time" in wording.text.casefold() else 2 if "sources" in wording.text.casefold() else 0
        meant = 3 if wording.text in differing else meant
        coding.code(wording=wording, by=coder, item=item(drill, meant) if meant else None)
    coding.hand_in(drill=drill, by=coder)


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def address(name, drill):
    return reverse(f"vision:{name}", args=[drill.organization.slug, drill.pk])


def test_equal_words_are_one_wording_and_nobody_can_be_recognized(opened):
    texts = {wording.text.casefold(): wording.times for wording in opened.wordings.all()}
    assert sorted(texts.values()) == [1, 7, 10]
    assert opened.recollections.count() == 12
    assert {each.department.name for each in opened.recollections.exclude(department=None)} == {"Assembly"}
    assert opened.recollections.filter(department=None).count() == 6  # Legal alone would be one; so Sales goes with it


def test_coders_see_no_names_and_not_each_other(opened, tomasz, priya, staff, sign_in):
    first = opened.wordings.get(times=10)
    coding.code(wording=first, by=tomasz, item=item(opened, 1))
    words = text(sign_in(priya).get(address("drill_code", opened)))
    main = words[words.index("<main") : words.index("</main>")]
    assert not any(person.first_name in main for person in staff)
    assert ">your code<" not in main
    assert "0 of 3 sorted" in main
    assert 'data-key="1"' in main
    assert page(opened, priya)["agreement"] is None
    assert sign_in(priya).get(address("drill_settle", opened)).status_code == 404


def test_sorting_goes_on_where_it_was_left(opened, tomasz, sign_in):
    browser = sign_in(tomasz)
    shown = sorting(opened, opened.coders.get(person=tomasz))["wording"]
    assert shown.times == 10
    answered = browser.post(
        address("drill_code", opened), {"wording": shown.pk, "item": "1"}, headers={"HX-Request": "true"}
    )
    assert "1 of 3 sorted" in text(answered)
    assert "<html" not in text(answered)
    back = browser.get(f"{address('drill_code', opened)}?at={shown.pk}")
    assert ">your code<" in text(back)
    assert browser.post(address("drill_code", opened), {"wording": shown.pk, "item": "0"}).status_code == 303
    assert Code.objects.get().item is None
    assert browser.post(address("drill_code", opened), {"wording": shown.pk, "item": "8"}).status_code == 404
    assert browser.post(address("drill_hand_in", opened)).status_code == 409


def test_codes_stay_once_they_are_handed_in(opened, tomasz):
    sort_all(opened, tomasz)
    with pytest.raises(Refused):
        coding.code(wording=opened.wordings.first(), by=tomasz, item=None)
    assert state_of(opened).name == "sorting"


def test_agreed_codes_are_settled_and_counted(opened, ingrid, tomasz, priya, sign_in):
    sort_all(opened, tomasz)
    sort_all(opened, priya)
    assert state_of(opened).name == "counted"
    shown = page(opened, ingrid)
    assert shown["agreement"].kappa == pytest.approx(1)
    figures = shown["figures"]
    assert figures["headline"] == "58% could name 2 of 3"
    assert figures["gap"] == "83% had said they could. On average they claimed 2.7 and named 1.4."
    shares = {share.label: share for share in figures["items"]}
    assert (shares["On-time delivery"].percent, shares["Heat contracts"].percent) == (83, 0)
    departments = {share.label: (share.people, share.words) for share in figures["departments"]}
    assert departments == {"Assembly": (6, "nearly all"), "All others, and who did not say": (6, "17%")}
    words = text(sign_in(ingrid).get(opened.get_absolute_url()))
    assert "the canteen" not in words
    assert "Claim and recall" in words


def test_where_they_differ_it_is_settled_together(opened, ingrid, tomasz, priya, jonas, sign_in):
    sort_all(opened, tomasz)
    sort_all(opened, priya, differing=("the canteen",))
    assert state_of(opened).name == "settling"
    shown = settling(opened)
    assert (shown["wording"].text, shown["open"]) == ("the canteen", 1)
    assert [offer.key for offer in shown["offers"] if offer.is_chosen] == [3, 0]
    agreed = opened.wordings.get(times=10)
    with pytest.raises(Refused):
        coding.settle(wording=agreed, by=ingrid, item=None)
    with pytest.raises(NotAllowed):
        coding.settle(wording=shown["wording"], by=jonas, item=None)
    kappa = page(opened, ingrid)["agreement"].kappa
    browser = sign_in(ingrid)
    done = browser.post(
        address("drill_settle", opened), {"wording": shown["wording"].pk, "item": "0"}, headers={"HX-Request": "true"}
    )
    assert "Everything is settled." in text(done)
    assert state_of(opened).name == "counted"
    assert page(opened, ingrid)["agreement"].kappa == kappa < 1


def test_below_five_answers_nothing_is_kept(drill, staff, ingrid, sign_in):
    for person in staff[:4]:
        answer(drill, person, "on time delivery")
    open_round(round_of(drill), by=ingrid)
    assert not Wording.objects.exists()
    assert state_of(drill).name == "withheld"
    assert "Withheld: shown from five answers." in text(sign_in(ingrid).get(drill.get_absolute_url()))


def test_who_is_asked_sees_no_codebook(drill, ingrid, helene, sign_in, tomasz):
    assert page(drill, helene)["items"] == []
    assert [each.title for each in page(drill, tomasz)["items"]] == list(TITLES)
    words = text(sign_in(helene).get(drill.get_absolute_url()))
    assert "Two sources" not in words
    assert sign_in(tomasz).get(address("drill_code", drill)).status_code == 404


def test_who_waits_for_whom(opened, tomasz, priya, ingrid):
    def actions_of(person):
        waiting.forget()
        return [each.action for each in waiting.waiting_for(person) if each.place == "strategy"]

    assert actions_of(tomasz) == ["Sort the answers"]
    assert actions_of(ingrid) == []
    sort_all(opened, tomasz)
    assert actions_of(tomasz) == []
    sort_all(opened, priya, differing=("the canteen",))
    assert actions_of(ingrid) == actions_of(tomasz) == ["Settle where the two differ"]


def test_it_takes_two_different_people_to_sort(ingrid, tomasz, staff, stranger, observer):
    with pytest.raises(Refused, match="Two different people"):
        begin(ingrid, staff, (tomasz, tomasz))
    with pytest.raises(NotAllowed):
        begin(ingrid, staff, (tomasz, stranger))
    with pytest.raises(NotAllowed):
        begin(observer, staff, (tomasz, ingrid))
    assert not Drill.objects.exists()


def test_it_is_started_by_a_form(ingrid, tomasz, priya, staff, sign_in):
    browser, where = sign_in(ingrid), reverse("vision:drill_new", args=["varnholt"])
    assert browser.get(where).status_code == 200
    legal = Department.objects.get(name="Legal")
    sent = {
        "id": "3f0c7c1e-7f0e-4f0e-8f7e-2f6f5f4f3f2f",
        "title": "What are we after?",
        "items": "On-time delivery | punctual counts too\nTwo sources",
        "enough": 2,
        "first": tomasz.pk,
        "second": tomasz.pk,
        "departments": [legal.pk],
        "opens_at": (clock.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M"),
    }
    wrong = text(browser.post(where, sent))
    assert "Two different people sort them" in wrong
    assert "Fewer than five people work there." in wrong
    for _again in range(2):
        assert browser.post(where, sent | {"second": priya.pk, "departments": []}).status_code == 303
    drill = Drill.objects.get()
    assert drill.items.first().counts == "punctual counts too"
    assert round_of(drill).questions.filter(key="department").exists()


@pytest.mark.parametrize("how_far", ["asking", "sorting", "settling", "counted"])
def test_a_drill_runs_at_most_fifteen_queries(
    how_far, request, drill, ingrid, tomasz, priya, django_assert_max_num_queries
):
    if how_far != "asking":
        request.getfixturevalue("opened")
    if how_far in ("settling", "counted"):
        sort_all(drill, tomasz)
        sort_all(drill, priya, differing=("the canteen",) if how_far == "settling" else ())
    assert state_of(drill).name == how_far
    for reader in (ingrid, tomasz):
        with django_assert_max_num_queries(MOST_QUERIES):
            page(drills_for(reader).get(), reader)
    if how_far == "sorting":
        with django_assert_max_num_queries(8):
            sorting(drill, drill.coders.get(person=tomasz))
