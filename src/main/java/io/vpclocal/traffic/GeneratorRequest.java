package io.vpclocal.traffic;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Background traffic that shall be sent until it is stopped. */
@Schema(name = "TrafficGeneratorRequest")
record GeneratorRequest(
        @Schema(
                description = "Who starts flows: interface ids (eni-…), instance ids (i-…), addresses, or names of AWS"
                        + " services. Each flow is by one of them, and over TCP",
                example = "[\"eni-0a1b2c3d4e5f60718\"]")
        @Nullable
        List<@Nullable String> sources,

        @Schema(description = "Whom they are for, in the same forms; the sources among themselves if not given")
        @Nullable
        List<@Nullable String> destinations,

        @Schema(description = "Flows per second of the emulator's clock, from 0.001 to 1000", defaultValue = "1")
        @Nullable
        BigDecimal rate,

        @Schema(description = "How many of a hundred flows try a port of 'scannedPorts'", defaultValue = "10") @Nullable
        Integer scanPercent,

        @Schema(description = "Ports that ordinary flows go to", defaultValue = "[443]") @Nullable
        List<@Nullable Integer> ports,

        @Schema(
                description = "Ports that are tried",
                defaultValue = "[22, 23, 445, 1433, 3306, 3389, 5432, 6379, 8080]")
        @Nullable
        List<@Nullable Integer> scannedPorts,

        @Schema(description = "Generators that are alike to the seed send the same flows", defaultValue = "1") @Nullable
        Long seed) {}
