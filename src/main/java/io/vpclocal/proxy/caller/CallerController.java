package io.vpclocal.proxy.caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.CallTraffic;
import io.vpclocal.traffic.TrafficScopes;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Opens ports whose requests come from network interfaces. */
@Tag(name = "callers")
@RestController
class CallerController {

    private final VpcCallers callers;
    private final CallTraffic traffic;
    private final TrafficScopes scopes;
    private final JsonMapper json;

    CallerController(VpcCallers callers, CallTraffic traffic, TrafficScopes scopes, JsonMapper json) {
        this.callers = callers;
        this.traffic = traffic;
        this.scopes = scopes;
        this.json = json;
    }

    /** Who calls: an interface, an instance or a subnet. */
    @Schema(name = "CallerRequest")
    record Request(
            @Schema(example = "eni-0a1b2c3d4e5f60718") @Nullable
            String networkInterface,

            @Schema(description = "Its primary network interface calls", example = "i-0a1b2c3d4e5f60718") @Nullable
            String instance,

            @Schema(
                    description = "A new network interface in this subnet calls; it is deleted with the caller",
                    example = "subnet-0a1b2c3d4e5f60718")
            @Nullable
            String subnet,

            @Schema(description = "The security groups of the new interface; by default the VPC's default group")
            @Nullable
            List<String> securityGroups) {}

    /** An open caller. */
    @Schema(name = "Caller")
    record Answer(
            String id,
            String networkInterface,
            String account,
            String region,

            @Schema(description = "What clients use as their endpoint or as their HTTP proxy")
            String endpoint) {

        static Answer of(VpcCaller caller) {
            return new Answer(
                    caller.id(),
                    caller.networkInterfaceId(),
                    caller.scope().account(),
                    caller.scope().region(),
                    caller.url().toString());
        }
    }

    @Operation(
            summary = "Open a port whose requests come from a network interface",
            description =
                    "The port is on the loopback address. It takes requests for any AWS service, and requests to an"
                            + " HTTP proxy, CONNECT for plain HTTP included.")
    @PostMapping("/_vpclocal/callers")
    Answer open(
            @RequestBody byte[] body,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request) {
        @Nullable Request wanted = json.readValue(body, Request.class);
        Scope scope = scopes.of(request, body, account, region);
        if (wanted == null) {
            throw CallerErrors.whichInterface();
        }
        InetSocketAddress emulator = new InetSocketAddress(request.getLocalAddr(), request.getLocalPort());
        long named = Stream.of(wanted.networkInterface(), wanted.instance(), wanted.subnet())
                .filter(Objects::nonNull)
                .count();
        String subnet = wanted.subnet();
        if (named != 1 || (subnet == null && wanted.securityGroups() != null)) {
            throw CallerErrors.whichInterface();
        }
        return Answer.of(
                subnet == null
                        ? callers.open(scope, networkInterface(scope, wanted), emulator)
                        : callers.openIn(
                                scope,
                                subnet,
                                Objects.requireNonNullElse(wanted.securityGroups(), List.of()),
                                emulator));
    }

    @Operation(summary = "The open callers")
    @GetMapping("/_vpclocal/callers")
    List<Answer> all() {
        return callers.all().stream().map(Answer::of).toList();
    }

    @Operation(summary = "Close a caller's port")
    @DeleteMapping("/_vpclocal/callers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String id) {
        callers.close(id);
    }

    private String networkInterface(Scope scope, Request wanted) {
        String id = wanted.networkInterface();
        String instance = wanted.instance();
        if (instance != null) {
            return traffic.interfaceOf(scope, instance).orElseThrow(() -> CallerErrors.noSuchInstance(instance));
        }
        if (id == null || !traffic.exists(scope, id)) {
            throw CallerErrors.noSuchInterface(String.valueOf(id));
        }
        return id;
    }
}
