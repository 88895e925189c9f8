package io.vpclocal.protocol;

import java.util.Set;

/** Actions without a method of their own in a controller. A controller's action of the same name replaces one of these. */
public interface FurtherActions {

    /** The names of a service's further actions. */
    Set<String> names(AwsService service);

    /** The action with one of these names. Loads its model classes. */
    ActionDefinition define(AwsService service, String name);
}
