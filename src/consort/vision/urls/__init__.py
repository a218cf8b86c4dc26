"""The addresses of the strategy, by owner: each module beside this one lists its own."""

from consort.vision.urls import alignment, catchball, chain, cycles, dependencies, exchange, findings, map, publishing

app_name = "vision"
urlpatterns = [
    *alignment.urlpatterns,
    *chain.urlpatterns,
    *cycles.urlpatterns,
    *dependencies.urlpatterns,
    *exchange.urlpatterns,
    *catchball.urlpatterns,
    *findings.urlpatterns,
    *map.urlpatterns,
    *publishing.urlpatterns,
]
