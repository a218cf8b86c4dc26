"""The addresses of the strategy, by owner: each module beside this one lists its own."""

from consort.vision.urls import alignment, chain, cycles, publishing

app_name = "vision"
urlpatterns = [*alignment.urlpatterns, *chain.urlpatterns, *cycles.urlpatterns, *publishing.urlpatterns]
