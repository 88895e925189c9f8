package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * Which rows of a type a Describe action asks for.
 *
 * @param ids those asked for by name; empty for all
 */
record RowQuery<T extends ResourceEntity>(
        Describe<T> describe, Class<T> type, Scope scope, List<String> ids, List<Filter> filters) {}
