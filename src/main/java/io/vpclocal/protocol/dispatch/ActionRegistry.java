package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.ApplicationClasses;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.FurtherActions;
import io.vpclocal.protocol.codec.Models;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * All implemented actions, found by the annotations of the controllers. Controllers are created when they are first
 * called. A service's actions are read when it is first called, because they load many request and response classes.
 */
@Component
public class ActionRegistry {

    private final Map<AwsService, Supplier<Map<String, ActionDefinition>>> actions = new EnumMap<>(AwsService.class);
    private final Supplier<List<FurtherActions>> further;

    ActionRegistry(ListableBeanFactory beans) {
        Map<AwsService, List<Controller>> controllers = new EnumMap<>(AwsService.class);
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type == null || !ApplicationClasses.contain(type)) {
                continue;
            }
            Class<?> declared = ClassUtils.getUserClass(type);
            AwsController controller = declared.getAnnotation(AwsController.class);
            if (controller != null) {
                controllers
                        .computeIfAbsent(controller.value(), service -> new ArrayList<>())
                        .add(new Controller(declared, SingletonSupplier.of(() -> beans.getBean(name))));
            }
        }
        controllers.forEach((service, its) -> actions.put(service, SingletonSupplier.of(() -> read(service, its))));
        this.further = SingletonSupplier.of(
                () -> beans.getBeanProvider(FurtherActions.class).stream().toList());
    }

    private record Controller(Class<?> type, Supplier<Object> instance) {}

    /** The action with that name, if it is implemented. */
    public Optional<ActionDefinition> find(AwsService service, String name) {
        ActionDefinition action = actionsOf(service).get(name);
        return action != null ? Optional.of(action) : findFurther(service, name);
    }

    private Optional<ActionDefinition> findFurther(AwsService service, String name) {
        return further.get().stream()
                .filter(actions -> actions.names(service).contains(name))
                .findFirst()
                .map(actions -> actions.define(service, name));
    }

    /** The actions of a service that no controller implements, in alphabetical order. */
    public List<ActionDefinition> further(AwsService service) {
        return further.get().stream()
                .flatMap(actions -> actions.names(service).stream())
                .filter(name -> !actionsOf(service).containsKey(name))
                .sorted()
                .map(name -> findFurther(service, name).orElseThrow())
                .toList();
    }

    /** All actions of a service that controllers implement, in alphabetical order. */
    public Collection<ActionDefinition> all(AwsService service) {
        return List.copyOf(actionsOf(service).values());
    }

    private Map<String, ActionDefinition> actionsOf(AwsService service) {
        return actions.getOrDefault(service, Map::of).get();
    }

    private static Map<String, ActionDefinition> read(AwsService service, List<Controller> controllers) {
        Map<String, ActionDefinition> read = new TreeMap<>();
        for (Controller controller : controllers) {
            for (Method method : controller.type().getDeclaredMethods()) {
                AwsAction action = method.getAnnotation(AwsAction.class);
                if (action != null) {
                    add(define(service, controller.instance(), method, action), read);
                }
            }
        }
        return read;
    }

    private static void add(ActionDefinition definition, Map<String, ActionDefinition> actions) {
        ActionDefinition other = actions.putIfAbsent(definition.name(), definition);
        if (other != null) {
            throw new IllegalStateException(
                    definition.name() + " is implemented by both " + other.method() + " and " + definition.method());
        }
    }

    private static ActionDefinition define(
            AwsService service, Supplier<Object> controller, Method method, AwsAction action) {
        Class<? extends SdkPojo> request = method.getParameterTypes()[0].asSubclass(SdkPojo.class);
        Class<? extends SdkPojo> response = method.getReturnType().asSubclass(SdkPojo.class);
        method.setAccessible(true);
        Set<String> tags = new LinkedHashSet<>(List.of(action.tags()));
        String name = action.value().isEmpty() ? Models.operationName(request) : action.value();
        return new ActionDefinition(
                service, name, module(method), request, response, tags, action.missing(), controller, method);
    }

    private static String module(Method method) {
        String[] packages = method.getDeclaringClass().getPackageName().split("\\.", -1);
        return packages.length > 2 ? packages[2] : packages[packages.length - 1];
    }
}
