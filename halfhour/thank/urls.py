from django.urls import path

from halfhour.thank import views

urlpatterns = [
    path("", views.index, name="index"),
]
