"""Where the one step that mends a finding is done."""

from urllib.parse import urlencode

from django.urls import reverse

from consort.core.models import Organization, Person
from consort.vision.rules.rule import Finding, Step, Thing

KEY_RESULTS = "#s-key-results"
CARRIERS = "#s-carriers"
PAGES = {
    "objective": "vision:objective",
    "priority": "vision:priority",
    "initiative": "vision:initiative",
    "metric": "metrics:metric",
    "dependency": "vision:dependency",
}
STEPS = {
    Step.ADD_KEY_RESULT: "vision:key_result_new",
    Step.CHECK_IN: "vision:check_in",
    Step.CLOSE: "vision:objective_close",
    Step.ADD_READING: "metrics:reading",
}
FORMS = {"objective": "vision:objective_edit", "metric": "metrics:edit"}
ENDS = {Step.TIE: "vision:serves", Step.CARRY: "vision:tie"}  # these take the kind as well


def page_of(thing: Thing, organization: Organization) -> str:
    """The page of what a finding speaks of; a "will not" stands with the vision."""
    if thing.kind == "will_not":
        return reverse("vision:purposes", args=[organization.slug])
    return reverse(PAGES[thing.kind], args=[organization.slug, thing.id])


def finding_url(finding: Finding, organization: Organization, name: str = "finding") -> str:
    """The page of a finding, or what is done with it."""
    rule, about, other = finding.key
    ends = [about, other] if other else [about]
    return reverse(f"vision:{name}" + ("_of_two" if other else ""), args=[organization.slug, rule, *ends])


def remedy_url(finding: Finding, reader: Person) -> str:
    """Where the reader mends it: the step itself for those whose thing it is; the metric's page for everybody else."""
    remedy, organization = finding.rule.remedy, reader.organization
    thing = finding.other if remedy.on_other and finding.other else finding.about
    here = [organization.slug, thing.id]
    match remedy.step:
        case _ if thing.kind == "metric" and reader.pk not in finding.people:
            return page_of(thing, organization)
        case Step.TIE | Step.CARRY:
            return reverse(ENDS[remedy.step], args=[organization.slug, thing.kind, thing.id])
        case Step.CHANGE:
            return reverse(FORMS[thing.kind], args=here)
        case Step.ADD_OBJECTIVE:
            return f"{reverse('vision:objective_new', args=[organization.slug])}?{urlencode({'priority': thing.id})}"
        case Step.CHANGE_KEY_RESULTS:
            return page_of(thing, organization) + KEY_RESULTS
        case Step.ASK_CARRIERS:
            return page_of(thing, organization) + CARRIERS
        case Step.WEIGH:
            return finding_url(finding, organization)
        case Step.AGREE | Step.LOOK:
            return page_of(thing, organization)
        case step:
            return reverse(STEPS[step], args=here)
