package com.paloaltonetworks.cloudngfw.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left of a territory when others are taken away from it.
 *
 * @param doubts what the answer hangs on, when it is DOUBTFUL; empty if the question was too large
 */
record Coverage(Answer answer, Set<Axis> doubts) {

    enum Answer {
        /** Nothing is left, whatever names stand for. */
        COVERED,
        /** Something is left, whatever names stand for. */
        OPEN,
        /** It depends on what names stand for, or would take too long to find out. */
        DOUBTFUL
    }

    private static final Coverage TOO_LARGE = new Coverage(Answer.DOUBTFUL, Set.of());

    boolean isTooLarge() {
        return answer == Answer.DOUBTFUL && doubts.isEmpty();
    }

    /** What is left of a box when the covers from a number on are still to be taken away. */
    private record Piece(Box box, int next) {}

    /**
     * Follows one piece through all covers before it turns to the next: a rule that is reached is mostly found to be so at
     * once, and memory does not grow with the number of pieces.
     */
    static Coverage of(Territory asked, List<Territory> earlier, Effort effort) {
        if (!asked.complete()) {
            return TOO_LARGE;
        }
        effort.beginQuestion();
        List<Box> covers = earlier.stream()
                .flatMap(territory -> territory.boxes().stream())
                .toList();
        Set<Axis> doubts = new TreeSet<>();
        Deque<Piece> pieces = new ArrayDeque<>();
        asked.boxes().forEach(box -> pieces.add(new Piece(box, 0)));
        while (!pieces.isEmpty()) {
            Piece piece = pieces.pop();
            int next = piece.next();
            while (next < covers.size() && piece.box().isDisjointFrom(covers.get(next)) && effort.take()) {
                next++;
            }
            if (!effort.take()) {
                return TOO_LARGE;
            }
            if (next < covers.size()) {
                push(piece.box().minus(covers.get(next)), next + 1, pieces);
            } else if (piece.box().isSurelyInhabited()) {
                return open(earlier);
            } else {
                piece.box().doubts().forEach(doubts::add);
            }
        }
        return new Coverage(doubts.isEmpty() ? Answer.COVERED : Answer.DOUBTFUL, doubts);
    }

    /** Nothing is certainly left while an earlier rule is too large to be taken away. */
    private static Coverage open(List<Territory> earlier) {
        return earlier.stream().allMatch(Territory::complete) ? new Coverage(Answer.OPEN, Set.of()) : TOO_LARGE;
    }

    /** The first of the boxes will be on top. */
    private static void push(List<Box> boxes, int next, Deque<Piece> pieces) {
        for (int i = boxes.size() - 1; i >= 0; i--) {
            pieces.push(new Piece(boxes.get(i), next));
        }
    }
}
