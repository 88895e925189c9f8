package io.vpclocal.proxy.hosted;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.loadbalancer.LoadBalancerTargets;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.CallTraffic;
import io.vpclocal.traffic.TrafficScopes;
import io.vpclocal.traffic.address.IpAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Sets the real addresses of load balancer targets. */
@Tag(name = "callers")
@RestController
class TargetAddressController {

    private static final int LAST_PORT = 65_535;

    /** A request without members, for the body {@code null}. */
    private static final Request NOTHING = new Request(null, null, null, null);

    private final TargetAddresses addresses;
    private final LoadBalancerTargets groups;
    private final CallTraffic traffic;
    private final TrafficScopes scopes;
    private final JsonMapper json;

    TargetAddressController(
            TargetAddresses addresses,
            LoadBalancerTargets groups,
            CallTraffic traffic,
            TrafficScopes scopes,
            JsonMapper json) {
        this.addresses = addresses;
        this.groups = groups;
        this.traffic = traffic;
        this.scopes = scopes;
        this.json = json;
    }

    /** The target: a target group, or one target with its port. */
    @Schema(name = "TargetAddressRequest")
    record Request(
            @Schema(
                    description = "All targets of this group that have no address of their own",
                    example = "arn:aws:elasticloadbalancing:us-east-1:111111111111:targetgroup/orders/0123456789abcdef")
            @Nullable
            String targetGroup,

            @Schema(description = "An instance or an IP address", example = "i-0a1b2c3d4e5f60718") @Nullable
            String target,

            @Schema(description = "The port on which the target is registered", example = "8080") @Nullable
            Integer port,

            @Schema(description = "A port of the loopback address", example = "http://127.0.0.1:8080") @Nullable
            String url) {}

    /** A target with a real address. */
    @Schema(name = "TargetAddress")
    record Answer(
            String id,
            String account,
            String region,
            @Nullable String targetGroup,
            @Nullable String target,
            @Nullable Integer port,
            String url) {

        static Answer of(TargetAddressEntity row) {
            boolean group = row.port() == null;
            return new Answer(
                    row.id(),
                    row.owner().account(),
                    row.owner().region(),
                    group ? row.target() : null,
                    group ? null : row.target(),
                    row.port(),
                    row.address().url());
        }
    }

    @Operation(
            summary = "Give a target of a load balancer a real address",
            description = "A call from a caller's port to an endpoint of a hosted service goes to this address, if the"
                    + " network lets it through and the load balancer chooses this target.")
    @PutMapping("/_vpclocal/targets")
    Answer put(
            @RequestBody byte[] body,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request) {
        Request wanted = Objects.requireNonNullElse(json.readValue(body, Request.class), NOTHING);
        Scope scope = scopes.of(request, body, account, region);
        String url = Objects.requireNonNullElse(wanted.url(), "");
        RealAddress address = RealAddress.parse(url).orElseThrow(() -> TargetAddressErrors.notHere(url));
        String group = wanted.targetGroup();
        String target = wanted.target();
        Integer port = wanted.port();
        if (group != null && target == null && port == null) {
            Scope owner = groups.ownerOfGroup(group).orElseThrow(() -> TargetAddressErrors.noSuchGroup(group));
            return Answer.of(addresses.put(owner, group, null, address));
        }
        if (group != null || target == null || port == null || port < 1 || port > LAST_PORT) {
            throw TargetAddressErrors.whichTarget();
        }
        return Answer.of(addresses.put(scope, known(scope, target), port, address));
    }

    @Operation(summary = "The targets that have real addresses")
    @GetMapping("/_vpclocal/targets")
    List<Answer> all() {
        return addresses.all().stream().map(Answer::of).toList();
    }

    @Operation(summary = "Take a target's real address away")
    @DeleteMapping("/_vpclocal/targets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Parameter(description = "As the list shows it") @RequestParam String id) {
        addresses.remove(id);
    }

    private String known(Scope scope, String target) {
        if (!target.startsWith("i-")) {
            try {
                return IpAddress.parse(target).toString();
            } catch (IllegalArgumentException e) {
                throw TargetAddressErrors.notAnAddress(target);
            }
        }
        if (traffic.interfaceOf(scope, target).isEmpty()) {
            throw TargetAddressErrors.noSuchInstance(target);
        }
        return target;
    }
}
