package nl.balansmonitor.standin;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Walks a card's elements, actions and inputs in reading order. Fallbacks are not part of it: they show only where the rest doesn't. */
final class CardTree {

    private static final List<String> CHILDREN = List.of(
            "body",
            "items",
            "columns",
            "rows",
            "cells",
            "images",
            "inlines",
            "pages",
            "selectAction",
            "inlineAction",
            "actions",
            "card");

    private CardTree() {}

    /**
     * An element or action.
     *
     * @param path      where it is in the card
     * @param showCards the {@code Action.ShowCard}s that have to be opened to see it
     */
    record Place(JsonNode node, String path, List<String> showCards) {

        String type() {
            return Json.text(node.path("type"));
        }

        /** Whether this place's inputs are sent with an action at that one: those of the action's card and of the cards around it. */
        boolean isSubmittedBy(Place action) {
            return action.showCards.size() >= showCards.size()
                    && action.showCards.subList(0, showCards.size()).equals(showCards);
        }
    }

    static List<Place> of(JsonNode card) {
        var places = new ArrayList<Place>();
        walk(new Place(card, "card", List.of()), places);
        return places;
    }

    private static void walk(Place place, List<Place> places) {
        places.add(place);
        for (var key : CHILDREN) {
            var child = place.node().path(key);
            var showCards = place.showCards();
            if (key.equals("card") && child.isObject()) {
                showCards = new ArrayList<>(showCards);
                showCards.add(place.path());
            }
            if (child.isObject()) {
                walk(new Place(child, place.path() + "." + key, showCards), places);
            }
            if (child.isArray()) {
                var index = 0;
                for (var item : child) {
                    if (item.isObject()) {
                        walk(new Place(item, place.path() + "." + key + "[" + index + "]", showCards), places);
                    }
                    index++;
                }
            }
        }
    }
}
