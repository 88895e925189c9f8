package io.vpclocal.endpointservice.hosted;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.control.ControlErrors;
import io.vpclocal.endpointservice.hosted.TxtRecords.TxtRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publishes records in the public DNS. Nodes that share a database do not share these records. */
@Tag(name = "control")
@RestController
@RequestMapping("/_vpclocal/dns")
class DnsController {

    private final TxtRecords records;

    DnsController(TxtRecords records) {
        this.records = records;
    }

    @Schema(name = "DnsRecord")
    record View(String name, String type, List<String> values) {

        static View of(TxtRecord found) {
            return new View(found.name(), "TXT", found.values());
        }
    }

    /** @param type {@code TXT}, the only supported type and the default */
    @Schema(name = "DnsRecordRequest")
    record RecordRequest(@Nullable String type, @Nullable List<String> values) {}

    @Operation(summary = "List the TXT records of the public DNS")
    @GetMapping
    List<View> list() {
        return records.all().stream().map(View::of).toList();
    }

    @Operation(summary = "Get a TXT record")
    @GetMapping("/{name}")
    View get(@PathVariable String name) {
        return records.find(name).map(View::of).orElseThrow(() -> ControlErrors.notFound("DNS record", name));
    }

    @Operation(summary = "Publish a TXT record, such as the one that verifies a service's private DNS name")
    @PutMapping("/{name}")
    View put(@PathVariable String name, @RequestBody RecordRequest request) {
        if (request.type() != null && !request.type().equals("TXT")) {
            throw ControlErrors.invalid("Unknown record type '" + request.type() + "'. Use TXT.");
        }
        List<String> values = Objects.requireNonNullElse(request.values(), List.of());
        if (values.stream().anyMatch(Objects::isNull)) {
            throw ControlErrors.invalid("values must not contain null. Use strings.");
        }
        return View.of(records.put(name, values));
    }

    @Operation(summary = "Delete a TXT record")
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        if (!records.remove(name)) {
            throw ControlErrors.notFound("DNS record", name);
        }
    }
}
