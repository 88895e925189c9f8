package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import java.util.List;

/**
 * Implemented by modules that deliver records of fixed fields to log groups, so that queries know the fields by name.
 */
public interface LogGroupFormats {

    /**
     * The formats of the records delivered to a group, now or earlier. Each format is the field names in order, spelled
     * as in flow log formats, such as {@code interface-id}. Empty for a group without such records.
     */
    List<List<String>> formats(Scope scope, String logGroup);
}
