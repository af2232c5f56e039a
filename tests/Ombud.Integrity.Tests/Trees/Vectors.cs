namespace Ombud.Integrity.Tests.Trees;

internal static class Vectors
{
    public const string Key = "ombud.example.no/north+0a4eb33b+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    public const string Note =
        "ombud.example.no/north\n265\nZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=\n"
        + "\n— ombud.example.no/north "
        + "Ck6zO1i6YwHQjoT7ERhbOU1sFKzLnpi2yt9YH6GXJ73qJjZ6MTAgP3WHJia7zOe3dubFZHnE7WdyrAmpOnTEiVXaIgU=\n";
}
