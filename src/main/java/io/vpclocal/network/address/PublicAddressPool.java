package io.vpclocal.network.address;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.protocol.Ids;
import java.math.BigInteger;
import org.springframework.stereotype.Component;

/**
 * Public IPv4 addresses, unique in the emulator. They come from a range that AWS uses for instances, outside the ranges
 * of AWS's services.
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
