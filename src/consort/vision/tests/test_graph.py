"""Walking the chain, purely: ways up, what lies below, outlines."""

from consort.vision.chain.graph import Edge, Graph, Node

ORDER = ("priority", "objective", "initiative")


def node(kind, name):
    return Node(kind, name)


P, Q = node("priority", "p"), node("priority", "q")
A, B, C = (node("objective", name) for name in "abc")
X, Y = node("initiative", "x"), node("initiative", "y")


def graph(*edges):
    return Graph([Edge(*edge) for edge in edges], ORDER)


def drawn(twig):
    return {(each.node.id if not each.again else f"{each.node.id}!"): drawn(each) for each in twig.twigs}


TWICE = graph((A, P), (B, P), (B, Q), (X, A), (X, B), (Y, B))


def test_children_stand_by_kind_and_place():
    made = graph((X, P, 0), (A, P, 2), (B, P, 1))
    assert made.children(P) == [B, A, X]


def test_a_node_that_is_come_to_twice_is_counted_once():
    assert TWICE.count_below(P) == {"objective": 2, "initiative": 2}
    assert TWICE.count_below(Y) == {}


def test_every_way_up_from_the_top_down():
    assert TWICE.ways(X, 10) == [[P, A], [P, B], [Q, B]]
    assert TWICE.ways(X, 2) == [[P, A], [P, B]]
    assert TWICE.ways(P, 10) == []


def test_a_node_is_drawn_once_and_referred_to_after():
    assert drawn(TWICE.outline(P, 100, 100)) == {"a": {"x": {}}, "b": {"x!": {}, "y": {}}}


def test_levels_are_filled_from_above_and_the_rest_is_counted():
    outline = TWICE.outline(P, 3, 100)
    assert drawn(outline) == {"a": {}, "b": {}}
    assert [twig.more for twig in outline.twigs] == [1, 2]


def test_only_so_many_children_and_the_next_ones_on_demand():
    wide = graph(*((node("objective", f"{n:03}"), P, n) for n in range(120)))
    first = wide.outline(P, 200, 50)
    assert (len(first.twigs), first.more) == (50, 70)
    last = wide.outline(P, 200, 50, skip=100)
    assert (len(last.twigs), last.more, last.twigs[0].node.id) == (20, 0, "100")


def test_a_loop_ends():
    loop = graph((A, B), (B, A), (A, P))
    assert loop.count_below(P) == {"objective": 2}
    assert loop.ways(B, 10) == [[P, A]]
    assert drawn(loop.outline(P, 10, 10)) == {"a": {"b": {"a!": {}}}}


def test_a_very_deep_chain_is_drawn_as_far_as_there_is_room():
    nodes = [node("objective", f"{n:05}") for n in range(5000)]
    deep = graph(*zip(nodes[1:], nodes, strict=False))
    assert deep.count_below(nodes[0]) == {"objective": 4999}
    assert len(deep.ways(nodes[-1], 1)[0]) == 4999
    deep.outline(nodes[0], 150, 50)
