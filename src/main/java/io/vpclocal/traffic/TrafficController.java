package io.vpclocal.traffic;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.protocol.PlainText;
import io.vpclocal.protocol.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends traffic through the emulated network. */
@Tag(name = "traffic")
@RestController
class TrafficController {

    private final TrafficService traffic;
    private final TrafficScopes scopes;
    private final FlowRequests requested;

    TrafficController(TrafficService traffic, TrafficScopes scopes, FlowRequests requested) {
        this.traffic = traffic;
        this.scopes = scopes;
        this.requested = requested;
    }

    /** The verdicts, in the order of the flows. */
    @Schema(name = "FlowVerdicts")
    record Answer(List<FlowAnswer> flows) implements PlainText {

        @Override
        public String plainText() {
            return flows.stream().map(FlowText::of).collect(Collectors.joining("\n"));
        }
    }

    @Operation(
            summary = "Send traffic through the network",
            description =
                    "Returns the decisions of every hop for each flow, and passes the observations of network interfaces"
                            + " to the flow logs. The body is one flow, a list of flows, or {\"flows\": [...]}. If one flow is"
                            + " impossible, none is sent.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(oneOf = {FlowRequest.class, FlowRequests.Batch.class}))))
    @ApiResponse(responseCode = "200", description = "The result of each flow")
    @ApiResponse(
            responseCode = "400",
            description = "Nothing was sent",
            content = @Content(schema = @Schema(implementation = TrafficRefusals.Refusal.class)))
    @PostMapping(
            path = "/_vpclocal/traffic",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    Answer send(
            @RequestBody byte[] body,
            @Parameter(description = "Twelve digits; the caller's account by default")
                    @RequestParam(required = false)
                    @Nullable
                    String account,
            @Parameter(description = "The Region of the caller's credentials by default")
                    @RequestParam(required = false)
                    @Nullable
                    String region,
            @Parameter(description = "Evaluate only: flow logs and meters get no data")
                    @RequestParam(required = false, defaultValue = "false")
                    boolean dryRun,
            HttpServletRequest request) {
        Scope scope = scopes.of(request, body, account, region);
        List<FlowRequest> flows = requested.read(body);
        return new Answer(dryRun ? traffic.judge(scope, flows) : traffic.send(scope, flows));
    }
}
