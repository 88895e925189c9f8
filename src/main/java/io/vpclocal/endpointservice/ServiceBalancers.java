package io.vpclocal.endpointservice;

import java.util.List;

/** The load balancers in front of services that customers host, for whoever carries traffic to them. */
public interface ServiceBalancers {

    /**
     * The ARNs of a service's load balancers, in the order in which its owner gave them.
     *
     * @param region the Region that hosts the service
     * @return empty if there is no such service, or AWS hosts it
     */
    List<String> arns(String region, String serviceName);
}
