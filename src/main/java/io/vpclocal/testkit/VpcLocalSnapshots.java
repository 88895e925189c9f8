package io.vpclocal.testkit;

import java.time.Instant;
import java.util.List;

/** Saved states of a whole emulator, with all accounts. */
public final class VpcLocalSnapshots {

    private static final String PATH = "/_vpclocal/snapshots";

    private final ControlHttp http;

    VpcLocalSnapshots(ControlHttp http) {
        this.http = http;
    }

    /**
     * A saved state.
     *
     * @param product the version of VPC Local that wrote it
     * @param rows how many rows of the database it holds
     * @param bytes the size of the file
     */
    public record Snapshot(
            String name, Instant createdAt, String product, String schemaVersion, long rows, long bytes) {}

    /** Saves the state under a name, in place of what was saved under it. */
    public Snapshot save(String name) {
        return Json.read(http.post(PATH, Members.NONE.with("name", name).map()), Snapshot.class);
    }

    /** Puts a snapshot in the place of the whole state. */
    public Snapshot restore(String name) {
        return Json.read(http.post(path(name) + "/restore"), Snapshot.class);
    }

    /** What has been saved. */
    public List<Snapshot> list() {
        return Json.readList(http.get(PATH), Snapshot.class);
    }

    /** Deletes a snapshot. @throws VpcLocalException if there is none of that name */
    public void delete(String name) {
        http.delete(path(name));
    }

    private static String path(String name) {
        return PATH + "/" + ControlHttp.encode(name);
    }
}
