package nl.aftercare.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** In which mood somebody outside is next, by chance that can be repeated. */
final class Moods<M extends Enum<M> & Moods.Mood> {
    private static final int ALL = 100;
    private final M[] possible;
    private final Random random;
    private final List<M> shown = new ArrayList<>();

    interface Mood {
        /** How often of a hundred. */
        int share();
    }

    /** @param possible the first is the usual one */
    Moods(M[] possible, long seed) {
        this.possible = possible;
        this.random = new Random(seed);
    }

    synchronized M next() {
        int roll = random.nextInt(ALL);
        for (var mood : possible) {
            roll -= mood.share();
            if (roll < 0) {
                shown.add(mood);
                return mood;
            }
        }
        throw new IllegalStateException("the shares are not a hundred together");
    }

    /** How often in which. */
    synchronized Map<M, Long> shown() {
        return shown.stream().collect(Collectors.groupingBy(mood -> mood, TreeMap::new, Collectors.counting()));
    }
}
