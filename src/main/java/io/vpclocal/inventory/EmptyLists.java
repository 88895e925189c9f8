package io.vpclocal.inventory;

import io.vpclocal.inventory.EmptyListTable.Row;
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.FurtherActions;
import io.vpclocal.resource.Describer;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkPojo;

/** The actions that list nothing. Each has the model classes of the SDK that its name leads to. */
@Component
class EmptyLists implements FurtherActions {

    static final String MODULE = "inventory";

    /** {@code ListSAMLProviders} is {@code ListSamlProviders} in the SDK. */
    private static final Pattern ACRONYM = Pattern.compile("(?<=[A-Z])[A-Z]+(?=[A-Z][a-z]|$)");

    private final Supplier<EmptyListTable> table = SingletonSupplier.of(EmptyListTable::read);
    private final ObjectProvider<Describer> describer;

    EmptyLists(ObjectProvider<Describer> describer) {
        this.describer = describer;
    }

    @Override
    public Set<String> names(AwsService service) {
        return table.get().names(service);
    }

    @Override
    public ActionDefinition define(AwsService service, String name) {
        Row row = Objects.requireNonNull(table.get().of(service).get(name), name);
        Class<? extends SdkPojo> response = model(service, name, "Response");
        EmptyList list = new EmptyList(service, row, response, describer::getObject);
        return new ActionDefinition(
                service, name, MODULE, model(service, name, "Request"), response, Set.of(), "", () -> list, method());
    }

    private static Method method() {
        try {
            Method method = EmptyList.class.getDeclaredMethod("answer", SdkPojo.class, Call.class);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<? extends SdkPojo> model(AwsService service, String name, String suffix) {
        String spelled =
                ACRONYM.matcher(name).replaceAll(letters -> letters.group().toLowerCase(Locale.ROOT));
        String type = service.client().getPackageName() + ".model." + spelled + suffix;
        try {
            return Class.forName(type).asSubclass(SdkPojo.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The SDK has no class " + type, e);
        }
    }
}
