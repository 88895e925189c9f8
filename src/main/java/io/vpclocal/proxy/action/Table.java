package io.vpclocal.proxy.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables of this module: lines with columns separated by tabs; {@code -} is an empty column. */
public final class Table {

    private Table() {}

    /** The lines of a table in order, each with its columns. */
    public static List<List<String>> read(String name) {
        String file = "/io/vpclocal/proxy/" + name;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Table::columns)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static List<String> columns(String line) {
        return List.of(line.split("\t", -1)).stream()
                .map(column -> column.equals("-") ? "" : column)
                .toList();
    }
}
