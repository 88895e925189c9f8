package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.AttributeSet;

/** The attributes of listeners (Elastic Load Balancing API Reference, ListenerAttribute). */
public final class ListenerAttributes {

    private static final String IDLE_TIMEOUT = "tcp.idle_timeout.seconds";

    static final AttributeSet IDLE = new AttributeSet().number(IDLE_TIMEOUT, 350, 60, 6_000);
    static final AttributeSet NONE = new AttributeSet();

    private ListenerAttributes() {}

    /** True if any type of listener has the attribute. */
    public static boolean known(String key) {
        return IDLE.has(key) || key.startsWith("routing.http.");
    }
}
