package io.vpclocal.analysis.path;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.analysis.path.PathRequest.Side;
import io.vpclocal.analysis.reach.Components;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.PathRequestFilter;
import software.amazon.awssdk.services.ec2.model.RequestFilterPortRange;

/** Validates a new path. */
@Component
class PathReader {

    private static final int LARGEST_PORT = 65_535;

    /** Id prefixes of sources and destinations (AWS documentation; load balancers are not among them). */
    private static final Set<String> KINDS =
            Set.of("i", "igw", "eni", "tgw", "tgw-attach", "vpce", "vpce-svc", "pcx", "vgw");

    private static final Pattern ID = Pattern.compile("([a-z]+(?:-[a-z]+)?)-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:ec2:([^:]*):(\\d{12}):[a-z-]+/(.+)");
    private static final Pattern OCTETS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final ResourceDirectory directory;

    PathReader(ResourceDirectory directory) {
        this.directory = directory;
    }

    /** @throws AwsException if AWS would refuse it */
    PathRequest read(Scope scope, CreateNetworkInsightsPathRequest request) {
        String source = require(request.source(), "Source");
        String protocol = require(request.protocolAsString(), "Protocol").toLowerCase(Locale.ROOT);
        requireFilters(request);
        String destination = request.destination();
        PathRequestFilter atSource = request.filterAtSource();
        if (destination == null && (atSource == null || atSource.destinationAddress() == null)) {
            throw PathErrors.noDestination();
        }
        return new PathRequest(
                side(scope, "source", source),
                destination == null ? null : side(scope, "destination", destination),
                address("sourceIp", request.sourceIp()),
                address("destinationIp", request.destinationIp()),
                protocol,
                port("destinationPort", request.destinationPort()),
                PathFilters.write(atSource),
                PathFilters.write(request.filterAtDestination()));
    }

    private static void requireFilters(CreateNetworkInsightsPathRequest request) {
        PathRequestFilter atSource = request.filterAtSource();
        if (atSource != null && request.sourceIp() != null) {
            throw PathErrors.combined("SourceIp", "FilterAtSource");
        }
        if (atSource != null && request.destinationPort() != null) {
            throw PathErrors.combined("DestinationPort", "FilterAtSource");
        }
        if (request.filterAtDestination() != null && request.destinationIp() != null) {
            throw PathErrors.combined("DestinationIp", "FilterAtDestination");
        }
        filter("filterAtSource", atSource);
        filter("filterAtDestination", request.filterAtDestination());
    }

    private static void filter(String name, @Nullable PathRequestFilter filter) {
        if (filter != null) {
            address(name + ".sourceAddress", filter.sourceAddress());
            address(name + ".destinationAddress", filter.destinationAddress());
            range(name + ".sourcePortRange", filter.sourcePortRange());
            range(name + ".destinationPortRange", filter.destinationPortRange());
        }
    }

    private static void range(String name, @Nullable RequestFilterPortRange range) {
        if (range == null) {
            return;
        }
        Integer from = port(name + ".fromPort", range.fromPort());
        Integer to = port(name + ".toPort", range.toPort());
        if (from != null && to != null && from > to) {
            throw PathErrors.emptyRange(name, from, to);
        }
    }

    private static @Nullable Integer port(String name, @Nullable Integer port) {
        if (port != null && (port < 0 || port > LARGEST_PORT)) {
            throw PathErrors.notAPort(name, port);
        }
        return port;
    }

    private static @Nullable String address(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean valid = OCTETS.matcher(text).matches();
        for (String octet : valid ? text.split("\\.", -1) : new String[0]) {
            valid &= Integer.parseInt(octet) <= 255;
        }
        if (!valid) {
            throw PathErrors.notAnAddress(name, text);
        }
        return text;
    }

    private Side side(Scope scope, String parameter, String given) {
        Matcher arn = ARN.matcher(given);
        boolean byArn = arn.matches();
        String id = byArn ? arn.group(3) : given;
        Matcher parts = ID.matcher(id);
        if (!parts.matches() || !KINDS.contains(parts.group(1)) || !byArn && given.startsWith("arn:")) {
            throw PathErrors.notASide(parameter, given);
        }
        if (byArn && !arn.group(1).equals(scope.region())) {
            throw PathErrors.otherRegion(parameter, given);
        }
        Scope home = byArn ? new Scope(arn.group(2), scope.region()) : scope;
        if (!directory.exists(home, id)) {
            throw parameter.equals("source") ? PathErrors.noSuchSource(given) : PathErrors.noSuchDestination(given);
        }
        if (id.startsWith("tgw-")) {
            throw CommonErrors.notHere("paths from and to transit gateways and their attachments");
        }
        return new Side(id, Components.arn(home, id));
    }
}
