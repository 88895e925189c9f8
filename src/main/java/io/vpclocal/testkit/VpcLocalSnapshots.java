package io.vpclocal.testkit;

import java.time.Instant;
import java.util.List;

/** Snapshots of the whole emulator with all accounts. */
public final class VpcLocalSnapshots {

    private static final String PATH = "/_vpclocal/snapshots";

    private final ControlHttp http;

    VpcLocalSnapshots(ControlHttp http) {
        this.http = http;
    }

    /**
     * A snapshot.
     *
     * @param product the version of VPC Local that wrote it
     * @param rows the number of its database rows
     * @param bytes the size of the file
     */
    public record Snapshot(
            String name, Instant createdAt, String product, String schemaVersion, long rows, long bytes) {}

    /** Saves the state under a name, replacing an earlier snapshot of that name. */
    public Snapshot save(String name) {
        return Json.read(http.post(PATH, Members.NONE.with("name", name).map()), Snapshot.class);
    }

    /** Replaces the whole state with a snapshot. */
    public Snapshot restore(String name) {
        return Json.read(http.post(path(name) + "/restore"), Snapshot.class);
    }

    /** All snapshots. */
    public List<Snapshot> list() {
        return Json.readList(http.get(PATH), Snapshot.class);
    }

    /** Deletes a snapshot. @throws VpcLocalException if the snapshot does not exist */
    public void delete(String name) {
        http.delete(path(name));
    }

    private static String path(String name) {
        return PATH + "/" + ControlHttp.encode(name);
    }
}
