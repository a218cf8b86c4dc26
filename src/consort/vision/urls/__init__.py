"""The addresses of the strategy, by owner: each module beside this one lists its own."""

from consort.vision.urls import chain

app_name = "vision"
urlpatterns = [*chain.urlpatterns]
