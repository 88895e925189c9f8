package io.vpclocal.traffic;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Background traffic to send until it is stopped. */
@Schema(name = "TrafficGeneratorRequest")
record GeneratorRequest(
        @Schema(
                description = "The sources: interface ids (eni-…), instance ids (i-…), addresses, or names of AWS"
                        + " services. Each TCP flow starts at one of them",
                example = "[\"eni-0a1b2c3d4e5f60718\"]")
        @Nullable
        List<@Nullable String> sources,

        @Schema(description = "The destinations, in the same forms; the sources by default") @Nullable
        List<@Nullable String> destinations,

        @Schema(description = "Flows per second of the emulator's clock, from 0.001 to 1000", defaultValue = "1")
        @Nullable
        BigDecimal rate,

        @Schema(description = "Percentage of flows that try a port of 'scannedPorts'", defaultValue = "10") @Nullable
        Integer scanPercent,

        @Schema(description = "Destination ports of ordinary flows", defaultValue = "[443]") @Nullable
        List<@Nullable Integer> ports,

        @Schema(
                description = "Destination ports of scans",
                defaultValue = "[22, 23, 445, 1433, 3306, 3389, 5432, 6379, 8080]")
        @Nullable
        List<@Nullable Integer> scannedPorts,

        @Schema(description = "Generators with equal settings and seed send the same flows", defaultValue = "1")
        @Nullable
        Long seed) {}
