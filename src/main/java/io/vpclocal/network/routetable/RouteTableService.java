package io.vpclocal.network.routetable;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;

/** The rules of route tables. */
@Service
public class RouteTableService {

    public static final ResourceKind KIND =
            new ResourceKind("route-table", "rtb", "routeTable", "InvalidRouteTableID", "InvalidRouteTableId");

    private final RouteTables tables;
    private final RouteTableAssociations associations;
    private final VpcService vpcs;
    private final ClientTokens tokens;
    private final TagStore tags;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    RouteTableService(
            RouteTables tables,
            RouteTableAssociations associations,
            VpcService vpcs,
            ClientTokens tokens,
            TagStore tags,
            DependencyGuard guard,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.tables = tables;
        this.associations = associations;
        this.vpcs = vpcs;
        this.tokens = tokens;
        this.tags = tags;
        this.guard = guard;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AwsException {@code InvalidRouteTableID.NotFound} or {@code InvalidRouteTableId.Malformed} */
    public RouteTableEntity require(Scope scope, String id) {
        return tables.find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    public Optional<RouteTableEntity> find(Scope scope, String id) {
        return tables.find(scope, id);
    }

    public List<RouteTableEntity> findAll(Scope scope) {
        return tables.findAll(scope);
    }

    public List<RouteTableEntity> findAll(Scope scope, Collection<String> tableIds) {
        return tables.findAll(scope, tableIds);
    }

    public List<RouteTableEntity> ofVpc(Scope scope, String vpcId) {
        return tables.findOfVpc(scope.account(), scope.region(), vpcId);
    }

    /** The main route table of a VPC. */
    public RouteTableEntity mainOf(Scope scope, String vpcId) {
        return associations
                .findMain(scope.account(), scope.region(), vpcId)
                .orElseThrow(() -> VpcService.KIND.missing(vpcId))
                .table();
    }

    /** The table that a subnet uses: its own, or its VPC's main table. */
    public RouteTableEntity usedBy(SubnetEntity subnet) {
        Scope scope = subnet.scope();
        return associations
                .findOfSubnet(scope.account(), scope.region(), subnet.id())
                .map(RouteTableAssociationEntity::table)
                .orElseGet(() -> mainOf(scope, subnet.vpcId()));
    }

    /** Finds a table and locks its VPC. Changes of one VPC's tables are serialized. */
    RouteTableEntity lock(Scope scope, String id) {
        String vpcId = tables.findVpcOf(scope.account(), scope.region(), id).orElseThrow(() -> KIND.missing(id));
        vpcs.lock(scope, vpcId);
        return require(scope, id);
    }

    RouteTableEntity create(Call call, String vpcId, CreateRouteTableRequest request) {
        Scope scope = call.scope();
        return tokens.once(
                call,
                request.clientToken(),
                request,
                id -> tables.find(scope, id),
                () -> create(scope, vpcId, request));
    }

    private RouteTableEntity create(Scope scope, String vpcId, CreateRouteTableRequest request) {
        VpcEntity vpc = vpcs.lock(scope, vpcId);
        quotas.requireRoom(
                () -> tables.countOfVpc(scope.account(), scope.region(), vpcId),
                RouteTableLimits.TABLES_PER_VPC,
                "RouteTableLimitExceeded",
                "The maximum number of route tables has been reached.");
        RouteTableEntity table = make(vpc);
        tags.create(scope, KIND, table.id(), request.tagSpecifications());
        return table;
    }

    /** Creates a table with the VPC's local routes. */
    RouteTableEntity make(VpcEntity vpc) {
        RouteTableEntity table = new RouteTableEntity(vpc.scope(), ids.next("rtb"), clock.instant(), vpc.id());
        vpc.cidrs().forEach(cidr -> table.add(RouteDestination.of(cidr), RouteTarget.LOCAL, RouteEntity.OF_TABLE));
        return tables.save(table);
    }

    void delete(Scope scope, String id) {
        RouteTableEntity table = lock(scope, id);
        if (!table.associations().isEmpty()) {
            throw DependencyGuard.inUse(KIND.label(), id);
        }
        guard.requireUnused(scope, KIND.label(), id);
        remove(table);
    }

    void remove(RouteTableEntity table) {
        tags.forget(table.scope(), table.id());
        tables.delete(table);
    }
}
