package io.vpclocal.network.dhcpoptions;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcPart;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.CommittedState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The option set that new VPCs of an account and Region use. It is created with the first VPC: Amazon's DNS server and
 * the Region's domain name (AWS documentation, VPC User Guide: "DHCP option sets").
 */
@Component
class DefaultDhcpOptions implements VpcPart {

    private final DhcpOptionSets sets;
    private final CommittedState committed;
    private final Ids ids;
    private final Clock clock;

    DefaultDhcpOptions(DhcpOptionSets sets, CommittedState committed, Ids ids, Clock clock) {
        this.sets = sets;
        this.committed = committed;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void beforeVpcCreated(VpcEntity vpc) {
        Scope scope = vpc.scope();
        DhcpOptionsEntity set = known(scope)
                .or(() -> sets.lockDefault(DhcpOptionsEntity.defaultOf(scope)))
                .orElseGet(() -> create(scope));
        vpc.useDhcpOptions(set.id());
    }

    /** The set stays for later VPCs. */
    @Override
    public void vpcDeleted(VpcEntity vpc) {}

    /** The set by its row in memory, so that creating VPCs of one Region do not wait for each other. */
    private Optional<DhcpOptionsEntity> known(Scope scope) {
        return committed
                .reading(() -> committed.rows(DhcpOptionsEntity.class, scope))
                .flatMap(rows ->
                        rows
                                .with("defaultOf", DhcpOptionsEntity::defaultOf, DhcpOptionsEntity.defaultOf(scope))
                                .stream()
                                .findFirst())
                .flatMap(set -> sets.use(scope, set.id()));
    }

    private DhcpOptionsEntity create(Scope scope) {
        DhcpOptionsEntity set = new DhcpOptionsEntity(
                scope,
                ids.next("dopt"),
                clock.instant(),
                List.of(
                        new DhcpOption(DhcpOptionKey.DOMAIN_NAME.wire(), domainName(scope.region())),
                        new DhcpOption(DhcpOptionKey.DOMAIN_NAME_SERVERS.wire(), DhcpOptionKey.AMAZON_DNS)));
        set.becomeDefault();
        return sets.save(set);
    }

    private static String domainName(String region) {
        return region.equals("us-east-1") ? "ec2.internal" : region + ".compute.internal";
    }
}
