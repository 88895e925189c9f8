package io.vpclocal.network.transitgateway;

import io.vpclocal.network.Cidr;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Ec2Errors;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * Finds routes of one table (EC2 API Reference, SearchTransitGatewayRoutes). Filters by destination compare CIDR blocks,
 * which {@link Describe} cannot, so they are evaluated first.
 */
final class RouteSearch {

    private static final String EXACT = "route-search.exact-match";
    private static final String LONGEST = "route-search.longest-prefix-match";
    private static final String SUBNETS = "route-search.subnet-of-match";
    private static final String SUPERNETS = "route-search.supernet-of-match";
    private static final Set<String> BY_DESTINATION = Set.of(EXACT, LONGEST, SUBNETS, SUPERNETS);

    private final List<TransitRoutes.InForce> routes;

    RouteSearch(List<TransitRoutes.InForce> routes) {
        this.routes = routes;
    }

    Describe<TransitRoutes.InForce> filters() {
        return Describe.<TransitRoutes.InForce>filters()
                .filter(
                        "attachment.transit-gateway-attachment-id",
                        route -> of(route.attachment(), TransitAttachmentEntity::id))
                .filter("attachment.resource-id", route -> of(route.attachment(), TransitAttachmentEntity::vpcId))
                .filter("attachment.resource-type", route -> of(route.attachment(), attachment -> TransitWire.VPC))
                .filter("prefix-list-id", route -> null)
                .filter("state", TransitWire::state)
                .filter("type", TransitWire::type)
                .build();
    }

    private static @Nullable String of(
            @Nullable TransitAttachmentEntity attachment, Function<TransitAttachmentEntity, String> value) {
        return attachment == null ? null : value.apply(attachment);
    }

    /** The routes with a destination that every filter by destination admits. */
    List<TransitRoutes.InForce> narrowed(List<Filter> filters) {
        List<TransitRoutes.InForce> left = routes;
        for (Filter filter : filters) {
            if (byDestination(filter)) {
                Set<TransitRoutes.InForce> admitted = filter.values().stream()
                        .flatMap(value -> matching(filter.name(), value))
                        .collect(Collectors.toSet());
                left = left.stream().filter(admitted::contains).toList();
            }
        }
        return left;
    }

    /** The filters that are not by destination. */
    static List<Filter> others(List<Filter> filters) {
        return filters.stream().filter(filter -> !byDestination(filter)).toList();
    }

    private static boolean byDestination(Filter filter) {
        return filter.name() != null && BY_DESTINATION.contains(filter.name());
    }

    private Stream<TransitRoutes.InForce> matching(String filter, String value) {
        Cidr block =
                Cidr.parse(value).or(() -> Cidr.address(value)).orElseThrow(() -> Ec2Errors.notACidr(filter, value));
        return switch (filter) {
            case EXACT -> routes.stream().filter(route -> route.destination().equals(block));
            case SUBNETS -> routes.stream().filter(route -> block.contains(route.destination()));
            case SUPERNETS -> around(block);
            default ->
                around(block)
                        .max(Comparator.comparingInt(
                                route -> route.destination().prefix()))
                        .stream();
        };
    }

    private Stream<TransitRoutes.InForce> around(Cidr block) {
        return routes.stream().filter(route -> route.destination().contains(block));
    }
}
