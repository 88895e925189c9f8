package io.vpclocal.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.traffic.generator.Generator;
import io.vpclocal.traffic.generator.GeneratorService;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts, lists and stops background traffic of the caller's account and Region, or of those in the request. */
@Tag(name = "traffic")
@RestController
@RequestMapping(path = "/_vpclocal/traffic/generators", produces = MediaType.APPLICATION_JSON_VALUE)
class GeneratorController {

    private static final String ACCOUNT = "Twelve digits; the caller's account by default";
    private static final String REGION = "The Region of the caller's credentials by default";

    private final GeneratorService generators;
    private final GeneratorReader reader;
    private final TrafficScopes scopes;
    private final StateLock lock;

    GeneratorController(GeneratorService generators, GeneratorReader reader, TrafficScopes scopes, StateLock lock) {
        this.generators = generators;
        this.reader = reader;
        this.scopes = scopes;
        this.lock = lock;
    }

    /** A running generator. */
    @Schema(name = "TrafficGenerator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            String account,
            String region,
            Instant started,
            List<String> sources,
            List<String> destinations,
            BigDecimal rate,
            int scanPercent,
            List<Integer> ports,
            List<Integer> scannedPorts,
            long seed,

            @Schema(description = "Flows sent so far") long sent,

            @Schema(
                    description =
                            "Flows not sent because they were impossible, or too many after the clock was moved far")
            long skipped,

            @Schema(description = "The reason of the last impossible flow") @Nullable
            String problem) {

        private static Answer of(Generator generator) {
            return new Answer(
                    generator.id(),
                    generator.scope().account(),
                    generator.scope().region(),
                    generator.started(),
                    generator.plan().sources(),
                    generator.plan().destinations(),
                    BigDecimal.valueOf(generator.plan().milliRate(), 3),
                    generator.plan().scanPercent(),
                    generator.plan().ports(),
                    generator.plan().scannedPorts(),
                    generator.plan().seed(),
                    generator.sent(),
                    generator.skipped(),
                    generator.problem());
        }
    }

    /** The running generators. */
    @Schema(name = "TrafficGenerators")
    record Answers(List<Answer> generators) {}

    @Operation(
            summary = "Start background traffic",
            description = "Sends 'rate' flows per second of the emulator's clock, from now on until it is"
                    + " stopped or the state is reset. When the clock is advanced, the flows due in between are sent at once."
                    + " The network decides about each flow. Equal seeds send equal flows.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = GeneratorRequest.class))))
    @ApiResponse(responseCode = "201", description = "It is running")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer start(
            @RequestBody byte[] body,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = REGION) @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request) {
        Scope scope = scopes.of(request, body, account, region);
        return lock.shared(() -> generators
                .start(scope, reader.read(scope, body), TrafficLimits.GENERATORS)
                .map(Answer::of)
                .orElseThrow(TrafficErrors::tooManyGenerators));
    }

    @Operation(summary = "List background traffic")
    @GetMapping
    Answers list(
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = REGION) @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request) {
        Scope scope = scopes.of(request, new byte[0], account, region);
        return new Answers(generators.list(scope).stream().map(Answer::of).toList());
    }

    @Operation(summary = "Stop one generator of background traffic")
    @ApiResponse(responseCode = "204", description = "It is stopped")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(
            @PathVariable String id,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = REGION) @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request) {
        Scope scope = scopes.of(request, new byte[0], account, region);
        if (!lock.shared(() -> generators.stop(scope, id))) {
            throw TrafficErrors.noSuchGenerator(id);
        }
    }

    @Operation(summary = "Stop all background traffic")
    @ApiResponse(responseCode = "204", description = "Background traffic has stopped")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopAll(
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = REGION) @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request) {
        Scope scope = scopes.of(request, new byte[0], account, region);
        lock.shared(() -> generators.stopAll(scope));
    }
}
