package io.vpclocal.endpointservice;

import java.util.List;

/** The load balancers of customers' services, for the data plane. */
public interface ServiceBalancers {

    /**
     * The ARNs of a service's load balancers in the owner's order.
     *
     * @param region the Region that hosts the service
     * @return empty if the service does not exist, or AWS hosts it
     */
    List<String> arns(String region, String serviceName);
}
