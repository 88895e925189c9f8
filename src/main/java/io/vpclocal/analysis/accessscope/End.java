package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.reach.PathEnd;
import io.vpclocal.traffic.engine.Network;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a path can begin or end.
 *
 * @param ids all ids by which a statement can name it: for an interface also its instance, groups, subnet and VPC
 * @param type its resource type in statements; empty for plain network interfaces, which have none
 * @param at the interface; null for a gateway
 * @param starts whether paths can begin here
 */
record End(PathEnd pathEnd, Set<String> ids, String type, Network.@Nullable NetworkInterface at, boolean starts) {}
