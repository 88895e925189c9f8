package io.vpclocal.loadbalancer;

import java.util.Map;

/** What load balancers, target groups and listeners have in common. */
interface ElbResource {

    String arn();

    /** Its tags by key, to be read and changed. */
    Map<String, String> tags();

    /** The attributes that were set, to be read and changed. */
    Map<String, String> attributes();
}
