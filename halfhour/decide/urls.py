from django.urls import path

from halfhour.decide import views

urlpatterns = [
    path("", views.index, name="index"),
]
