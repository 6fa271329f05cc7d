package com.paloaltonetworks.cloudngfw.local;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The texts that can be reached from static fields or from an object, through objects, arrays and collections. Of the JDK's own types only
 * those that are there to hold something are looked into.
 */
final class Reachable {

    private final Set<Class<?>> closed;
    private final StringBuilder texts = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();

    /** @param closed classes whose objects are not looked into */
    Reachable(Class<?>... closed) {
        this.closed = Set.of(closed);
    }

    void fromStaticsOf(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                add(value(field, null));
            }
        }
        lookAround();
    }

    void from(Object object) {
        add(object);
        lookAround();
    }

    private void lookAround() {
        while (!next.isEmpty()) {
            look(next.pop());
        }
    }

    /** Each on a line of its own. */
    String texts() {
        return texts.toString();
    }

    private void add(Object value) {
        if (value != null && !closed.contains(value.getClass()) && seen.add(value)) {
            next.push(value);
        }
    }

    private void look(Object object) {
        if (object instanceof CharSequence text) {
            texts.append(text).append('\n');
        } else if (object instanceof char[] characters) {
            texts.append(characters).append('\n');
        } else if (object.getClass().isArray()) {
            if (!object.getClass().getComponentType().isPrimitive()) {
                for (int index = 0; index < Array.getLength(object); index++) {
                    add(Array.get(object, index));
                }
            }
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                add(key);
                add(value);
            });
        } else if (object instanceof Iterable<?> elements
                && object.getClass().getName().startsWith("java.")) {
            elements.forEach(this::add);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (object instanceof AtomicReference<?> reference) {
            add(reference.get());
        } else if (isOpen(object.getClass())) {
            fieldsOf(object);
        }
    }

    private static boolean isOpen(Class<?> type) {
        return !type.getModule().isNamed() && !Class.class.equals(type);
    }

    private void fieldsOf(Object object) {
        for (Class<?> type = object.getClass(); type != null && isOpen(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    add(value(field, object));
                }
            }
        }
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
