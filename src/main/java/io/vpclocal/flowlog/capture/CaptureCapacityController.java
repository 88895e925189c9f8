package io.vpclocal.flowlog.capture;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes flow logs lose data, so that users can test how their analysis handles it. */
@Tag(name = "flowlog")
@RestController
@RequestMapping("/_vpclocal/flow-logs/capture-capacity")
class CaptureCapacityController {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}[a-z0-9-]{1,28}");
    private static final String OF_ACCOUNT = "Of this account; of all if not given";
    private static final String OF_REGION = "Of this Region; of all if not given";

    private final CaptureCapacities capacities;
    private final StateLock lock;

    CaptureCapacityController(CaptureCapacities capacities, StateLock lock) {
        this.capacities = capacities;
        this.lock = lock;
    }

    /** The capacity of each network interface. */
    @Schema(name = "CaptureCapacity")
    record Capacity(
            @Schema(
                    description =
                            "Distinct flows per network interface and aggregation interval, 0 or more; null for any"
                                    + " number",
                    example = "100")
            @Nullable
            Integer flows) {}

    @Operation(summary = "How many flows each network interface captures per aggregation interval")
    @GetMapping
    Capacity read(
            @Parameter(description = OF_ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = OF_REGION) @RequestParam(required = false) @Nullable String region) {
        int flows = capacities.of(scope(account, region));
        return new Capacity(flows == CaptureCapacities.UNLIMITED ? null : flows);
    }

    @Operation(
            summary = "Set how many flows each network interface captures per aggregation interval",
            description =
                    "Applies to traffic from now on, on all nodes, until it is removed or the state is reset. When"
                            + " an interface has this many distinct flows in a window of a flow log, it loses further flows of"
                            + " that window. The flow log gets one SKIPDATA record for all lost flows. Flows captured before keep"
                            + " being counted. An override for an account wins over one for all accounts.")
    @PutMapping
    Capacity set(
            @Parameter(description = OF_ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = OF_REGION) @RequestParam(required = false) @Nullable String region,
            @RequestBody Capacity request) {
        Scope scope = scope(account, region);
        Integer flows = request.flows();
        if (flows == null || flows < 0) {
            throw invalid("'flows' is missing or negative. Use 0 or a positive number.");
        }
        return lock.shared(() -> {
            capacities.set(scope, flows);
            return request;
        });
    }

    @Operation(summary = "Capture the configured number of flows again (vpclocal.flow-logs.capture-capacity)")
    @ApiResponse(responseCode = "204", description = "The account and Region have no override")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unset(
            @Parameter(description = OF_ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = OF_REGION) @RequestParam(required = false) @Nullable String region) {
        Scope scope = scope(account, region);
        lock.shared(() -> {
            capacities.unset(scope);
            return scope;
        });
    }

    private static Scope scope(@Nullable String account, @Nullable String region) {
        check("account", account, ACCOUNT);
        check("region", region, REGION);
        return new Scope(
                Objects.requireNonNullElse(account, CaptureCapacities.ALL),
                Objects.requireNonNullElse(region, CaptureCapacities.ALL));
    }

    private static void check(String name, @Nullable String value, Pattern form) {
        if (value != null && !form.matcher(value).matches()) {
            throw invalid("'" + value + "' is not a valid " + name + ".");
        }
    }

    private static AwsException invalid(String message) {
        return new AwsException("InvalidParameter", message);
    }
}
