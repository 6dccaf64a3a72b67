from django.urls import path

from halfhour.find import (
    views,
    views_columns,
    views_duplicates,
    views_imports,
    views_people,
    views_questions,
    views_sweep,
)

urlpatterns = [
    path("", views.index, name="index"),
    path("people/", views.people, name="people"),
    path("people/new/", views_people.new_person, name="new_person"),
    path("people/<int:person_id>/", views_people.person, name="person"),
    path("people/<int:person_id>/coding/", views_people.coding, name="coding"),
    path("people/<int:person_id>/contact-wish/", views_people.contact_wish, name="contact_wish"),
    path("people/<int:person_id>/removal/", views_people.removal, name="removal"),
    path("acquaintances/<int:acquaintance_id>/asking/", views_people.asking, name="asking"),
    path("organisations/<int:organisation_id>/", views_people.organisation, name="organisation"),
    path("reading/", views.reading, name="reading"),
    path("imports/", views_imports.imports, name="imports"),
    path("imports/<int:import_id>/", views_imports.import_preview, name="import_preview"),
    path("imports/<int:import_id>/writing/", views_imports.import_writing, name="import_writing"),
    path("imports/<int:import_id>/undoing/", views_imports.undoing, name="undoing"),
    path("imports/<int:import_id>/discarding/", views_imports.discarding, name="discarding"),
    path("imports/<int:import_id>/columns/", views_columns.columns, name="import_columns"),
    path("imports/<int:import_id>/questions/", views_questions.questions, name="import_questions"),
    path("imports/<int:import_id>/lines.csv", views_imports.import_lines, name="import_lines"),
    path("imports/<int:import_id>/rows/<int:row_id>/", views_questions.answering, name="answering"),
    path("duplicates/", views_duplicates.duplicates, name="duplicates"),
    path("duplicates/<int:pair_id>/", views_duplicates.deciding, name="deciding"),
    path("people/<int:person_id>/joining/", views_duplicates.joining, name="joining"),
    path("joined/<int:merge_id>/undoing/", views_duplicates.unjoining, name="unjoining"),
    path("sweep/", views_sweep.sweep, name="sweep"),
    path("sweep/<int:person_id>/", views_sweep.answers, name="sweep_answers"),
]
