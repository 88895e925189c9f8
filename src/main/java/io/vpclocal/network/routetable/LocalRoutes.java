package io.vpclocal.network.routetable;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcPart;
import io.vpclocal.protocol.Ids;
import org.springframework.stereotype.Component;

/** The main table of a VPC, and the local routes of all its tables. */
@Component
class LocalRoutes implements VpcPart {

    private final RouteTableService tables;
    private final RouteTableAssociations associations;
    private final Ids ids;

    LocalRoutes(RouteTableService tables, RouteTableAssociations associations, Ids ids) {
        this.tables = tables;
        this.associations = associations;
        this.ids = ids;
    }

    @Override
    public void vpcCreated(VpcEntity vpc) {
        RouteTableEntity table = tables.make(vpc);
        RouteTableAssociationEntity main = RouteTableAssociationEntity.main(table, ids.next("rtbassoc"));
        table.associations().add(main);
        associations.save(main);
    }

    @Override
    public void vpcDeleted(VpcEntity vpc) {
        tables.ofVpc(vpc.scope(), vpc.id()).forEach(tables::remove);
    }

    /** AWS documentation, VPC User Guide: a block must be smaller than a route's destination. */
    @Override
    public void cidrAssociated(VpcEntity vpc, Cidr cidr) {
        for (RouteTableEntity table : tables.ofVpc(vpc.scope(), vpc.id())) {
            for (RouteEntity route : table.routes()) {
                if (route.destination().cidr().filter(cidr::contains).isPresent()) {
                    throw RouteTableErrors.cidrConflictsWithRoute(cidr, route.destination(), table.id());
                }
            }
            table.add(RouteDestination.of(cidr), RouteTarget.LOCAL, RouteEntity.OF_TABLE);
        }
    }

    @Override
    public void cidrDisassociated(VpcEntity vpc, Cidr cidr) {
        for (RouteTableEntity table : tables.ofVpc(vpc.scope(), vpc.id())) {
            table.route(RouteDestination.of(cidr)).filter(RouteEntity::ofTable).ifPresent(table::remove);
        }
    }
}
