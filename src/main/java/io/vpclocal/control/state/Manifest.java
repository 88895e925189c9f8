package io.vpclocal.control.state;

import java.time.Instant;
import java.util.List;

/**
 * The description of a snapshot file, in its entry {@code manifest.json}. The file has one more entry for each table,
 * {@code tables/NAME.ndjson}: a JSON array for each row, in the order of the manifest's columns.
 *
 * @param format version of the file format; this version writes and reads {@value #FORMAT}
 * @param schemaVersion the newest migration of the schema of the rows
 * @param product the version of VPC Local that wrote it
 * @param createdAt by the emulator's clock
 */
record Manifest(int format, String schemaVersion, String product, Instant createdAt, List<Content> tables) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /** One table's rows. */
    record Content(String name, List<String> columns, long rows) {

        String entry() {
            return "tables/" + name + ".ndjson";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Content::rows).sum();
    }
}
