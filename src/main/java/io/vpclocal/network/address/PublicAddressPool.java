package io.vpclocal.network.address;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.protocol.Ids;
import java.math.BigInteger;
import org.springframework.stereotype.Component;

/**
 * Public IPv4 addresses that nobody else in the emulator has. They are of a range from which AWS gives addresses to
 * instances, and of no range in which AWS's own services answer.
 */
@Component
public class PublicAddressPool {

    private static final Cidr RANGE = Cidr.parse("54.144.0.0/12").orElseThrow();

    private final ElasticIps elasticIps;
    private final PublicAssociations associations;
    private final Ids ids;

    PublicAddressPool(ElasticIps elasticIps, PublicAssociations associations, Ids ids) {
        this.elasticIps = elasticIps;
        this.associations = associations;
        this.ids = ids;
    }

    /** An address in dotted decimal, for an Elastic IP address or for an instance at its launch. */
    public String draw() {
        while (true) {
            String address = RANGE.at(new BigInteger(ids.hex(5), 16));
            if (elasticIps.countPublic(address) == 0 && !associations.inUse(address)) {
                return address;
            }
        }
    }
}
