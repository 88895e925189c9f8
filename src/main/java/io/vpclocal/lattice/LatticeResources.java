package io.vpclocal.lattice;

import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.ServiceSource;
import io.vpclocal.network.region.Region;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Resource configurations and service networks for endpoints, as services whose name is an ARN.
 * DescribeVpcEndpointServices does not list them, and they have no service name.
 */
@Component
public class LatticeResources implements ServiceSource {

    private final LatticeRows rows;
    private final Regions regions;

    LatticeResources(LatticeRows rows, Regions regions) {
        this.rows = rows;
        this.regions = regions;
    }

    /**
     * The target of a new endpoint.
     *
     * @param consumer the account and Region of the endpoint
     * @throws AwsException {@code Invalid<parameter>.Malformed}; {@code Invalid<parameter>.NotFound} also if it is in
     *     another Region or not shared with the account
     */
    public EndpointService require(Scope consumer, LatticeKind kind, String text) {
        LatticeArn arn = LatticeArn.parse(text, kind).orElseThrow(() -> LatticeErrors.malformed(kind, text));
        return rows.find(new Scope(arn.account(), consumer.region()), arn.id())
                .filter(row -> row.arn().equals(text))
                .filter(row -> row.usableBy(consumer.account()))
                .map(this::service)
                .orElseThrow(() -> LatticeErrors.notFound(kind, text));
    }

    /** The registered resources, by ARN. */
    public Map<String, LatticeView> withArns(Collection<String> arns) {
        return arns.isEmpty()
                ? Map.of()
                : rows.withArns(arns).stream().map(LatticeView::of).collect(Collectors.toMap(LatticeView::arn, r -> r));
    }

    @Override
    public List<EndpointService> visible(Call call, String region) {
        return List.of();
    }

    @Override
    public List<EndpointService> find(Call call, String region, String serviceName) {
        return List.of();
    }

    @Override
    public List<EndpointService> find(String region, String serviceName) {
        return LatticeArn.parse(serviceName)
                .flatMap(arn -> rows.find(new Scope(arn.account(), region), arn.id()))
                .filter(row -> row.arn().equals(serviceName))
                .map(this::service)
                .stream()
                .toList();
    }

    @Override
    public boolean lock(EndpointService service) {
        return LatticeArn.parse(service.name()).isPresent()
                && rows.lock(new Scope(service.owner(), service.region()), service.id())
                        .isPresent();
    }

    /** All zones of the Region and both address families are supported (our guess). */
    private EndpointService service(LatticeEntity row) {
        Region region = regions.find(row.region()).orElseThrow();
        return new EndpointService(
                row.arn(),
                row.id(),
                row.kind().endpointType(),
                row.region(),
                row.account(),
                region.zones(),
                new EndpointService.Dns(List.of(), List.of(), null, false),
                List.of("ipv4", "ipv6"),
                false,
                false,
                false,
                null,
                null);
    }
}
