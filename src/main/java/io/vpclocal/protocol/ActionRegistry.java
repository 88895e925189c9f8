package io.vpclocal.protocol;

import io.vpclocal.protocol.codec.Models;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkPojo;

/** Every action the emulator answers, found by the annotations of the controllers, which are made when first called. */
@Component
public class ActionRegistry {

    private final Map<AwsService, Map<String, ActionDefinition>> actions = new EnumMap<>(AwsService.class);

    ActionRegistry(ListableBeanFactory beans) {
        for (AwsService service : AwsService.values()) {
            actions.put(service, new TreeMap<>());
        }
        for (String controller : beans.getBeanNamesForAnnotation(AwsController.class)) {
            register(
                    ClassUtils.getUserClass(Objects.requireNonNull(beans.getType(controller))),
                    SingletonSupplier.of(() -> beans.getBean(controller)));
        }
    }

    /** The action of that name, if it is implemented. */
    public Optional<ActionDefinition> find(AwsService service, String name) {
        return Optional.ofNullable(actionsOf(service).get(name));
    }

    /** All implemented actions of a service in alphabetical order. */
    public Collection<ActionDefinition> all(AwsService service) {
        return List.copyOf(actionsOf(service).values());
    }

    private Map<String, ActionDefinition> actionsOf(AwsService service) {
        return actions.getOrDefault(service, Map.of());
    }

    private void register(Class<?> type, Supplier<Object> controller) {
        AwsService service = type.getAnnotation(AwsController.class).value();
        for (Method method : type.getDeclaredMethods()) {
            AwsAction action = method.getAnnotation(AwsAction.class);
            if (action != null) {
                register(define(service, controller, method, action));
            }
        }
    }

    private void register(ActionDefinition definition) {
        ActionDefinition other = actionsOf(definition.service()).putIfAbsent(definition.name(), definition);
        if (other != null) {
            throw new IllegalStateException(
                    definition.name() + " is answered by both " + other.method() + " and " + definition.method());
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
                service, name, room(method), request, response, tags, action.missing(), controller, method);
    }

    private static String room(Method method) {
        String[] packages = method.getDeclaringClass().getPackageName().split("\\.", -1);
        return packages.length > 2 ? packages[2] : packages[packages.length - 1];
    }
}
