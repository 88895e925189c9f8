package io.vpclocal.control.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Snapshots of the whole state. */
@Tag(name = "control")
@RestController
@RequestMapping("/_vpclocal/snapshots")
class SnapshotController {

    private static final DateTimeFormatter BY_TIME = DateTimeFormatter.ofPattern(
                    "'snapshot-'yyyyMMdd-HHmmss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SnapshotService snapshots;
    private final SnapshotDirectory directory;
    private final Clock clock;

    SnapshotController(SnapshotService snapshots, SnapshotDirectory directory, Clock clock) {
        this.snapshots = snapshots;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param name null for a name made from the time */
    record SnapshotRequest(@Nullable String name) {}

    /**
     * @param product the version of VPC Local that wrote it
     * @param rows the number of its database rows
     * @param bytes the size of the file
     */
    record Snapshot(String name, Instant createdAt, String product, String schemaVersion, long rows, long bytes) {}

    @Operation(summary = "List the snapshots")
    @GetMapping
    List<Snapshot> list() {
        return directory.all().entrySet().stream()
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Operation(summary = "Save the whole state under a name, replacing an earlier snapshot of that name")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Snapshot save(@RequestBody(required = false) @Nullable SnapshotRequest request) {
        String name = request == null || request.name() == null ? BY_TIME.format(clock.instant()) : request.name();
        snapshots.save(name);
        return get(name);
    }

    @Operation(summary = "One snapshot")
    @GetMapping("/{name}")
    Snapshot get(@PathVariable String name) {
        return describe(name, directory.get(name));
    }

    @Operation(summary = "Replace the whole state with a snapshot")
    @PostMapping("/{name}/restore")
    Snapshot restore(@PathVariable String name) {
        snapshots.restore(name);
        return get(name);
    }

    @Operation(summary = "Delete a snapshot")
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        directory.delete(name);
    }

    @Operation(summary = "Download a snapshot")
    @GetMapping(path = "/{name}/content", produces = "application/zip")
    ResponseEntity<Resource> download(@PathVariable String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".zip")
                                .build()
                                .toString())
                .body(new FileSystemResource(directory.get(name)));
    }

    @Operation(summary = "Upload a snapshot under a name, replacing an earlier snapshot of that name")
    @PutMapping(
            path = "/{name}/content",
            consumes = {"application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Snapshot upload(@PathVariable String name, InputStream content) {
        snapshots.upload(name, content);
        return get(name);
    }

    private Snapshot describe(String name, Path file) {
        Manifest manifest = snapshots.manifest(file);
        try {
            return new Snapshot(
                    name,
                    manifest.createdAt(),
                    manifest.product(),
                    manifest.schemaVersion(),
                    manifest.rows(),
                    Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
