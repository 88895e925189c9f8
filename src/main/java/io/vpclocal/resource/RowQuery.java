package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The rows of a type that a Describe action asks for.
 *
 * @param ids the requested ids; empty for all
 */
record RowQuery<T extends ResourceEntity>(
        Describe<T> describe, Class<T> type, Scope scope, List<String> ids, List<Filter> filters) {}
