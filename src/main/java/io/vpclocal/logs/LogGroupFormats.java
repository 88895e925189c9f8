package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import java.util.List;

/** Told by whoever delivers records of fixed fields into log groups, so that queries know the fields by name. */
public interface LogGroupFormats {

    /**
     * The formats in which records are or were delivered to a group, each the field names in their order as a flow log's
     * format writes them, such as {@code interface-id}. Empty for a group that receives no such records.
     */
    List<List<String>> formats(Scope scope, String logGroup);
}
