package io.vpclocal.start;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that a misspelt one was probably meant to be. */
final class SimilarName {

    /** Settings of Spring Boot that are taken for settings of VPC Local. */
    static final List<String> OF_SPRING = List.of("server.port", "server.address");

    private SimilarName() {}

    /** The most similar of the known names; empty if none is similar enough. */
    static Optional<String> of(String given, Stream<String> known) {
        String letters = letters(given);
        int limit = Math.max(2, letters.length() / 4);
        return known.map(name -> Map.entry(name, distance(letters, letters(name))))
                .filter(candidate -> candidate.getValue() <= limit)
                .min(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey);
    }

    /** A name that the other one ends with, or the other way round, only lacks a group such as {@code protocol}. */
    private static int distance(String one, String other) {
        return !one.isEmpty() && (other.endsWith(one) || one.endsWith(other)) ? 1 : edits(one, other);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceFirst("^vpclocal", "");
    }

    /** The number of characters to insert, delete or replace. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
