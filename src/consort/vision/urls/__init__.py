"""The addresses of the strategy, by owner: each module beside this one lists its own."""

from consort.vision.urls import chain, cycles, publishing

app_name = "vision"
urlpatterns = [*chain.urlpatterns, *cycles.urlpatterns, *publishing.urlpatterns]
